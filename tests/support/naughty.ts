/** Texts that have broken programs before, and some of our own trade. Each is a value for any place where a text may stand. */
export const naughtyTexts: readonly string[] = [
  '', ' ', '\t\r\n', 'undefined', 'null', 'NaN', 'true', '[object Object]', '\\', '\'', '"', '`', '%', '%00', '%s%n%x', '{{7*7}}', '${7*7}', '$(id)', '../../../../etc/passwd', '..\\..\\', 'CON', 'file:///etc/passwd',
  '\u0000', 'CT\u0000', 'a\u001bJ\u001dV\u0000', '\u0007\b', '\u007f', '\u0085\u009f', '\ufeff', '\ufffe\uffff', '\u2028\u2029',
  '\ud800', '\udc00', 'quay\udfff\ud800', '\ud83d', '😀'.repeat(200), '👩‍👩‍👧‍👦', '🇻🇳',
  'Nguyễn Thị Hường'.normalize('NFD'), 'Nguyễn Thị Hường', 'ĐẶNG ĐỨC', 'ư\u031b\u031b\u0323\u0323', 'Z̵̢̛͔a̷͓̕l̸̡͠g̴͎̀o̶̰͝', 'ﷺ'.repeat(20), 'ß', 'İ', 'ı', 'ﬁ',
  '\u202eCT\u202c', 'مرحبا', 'שלום\u200f', '\u200b\u200c\u200d', '１０００', '١٢٣', '零一二', '-1', '0', '00', '1e309', '1e-400', '9007199254740993', '99999999999999999999', '0x10', '1_000', '1,5', '+1', '1.0', 'Infinity',
  'CT\'; DROP TABLE ticket; --', '1 OR 1=1', '\' UNION SELECT * FROM person --', 'x" OR ""="', '*', '?', ';', '|cat', '=1+1', '@SUM(A1)', '-2+3',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '</script>', '&lt;', '<!--', ']]>', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', 'valueOf',
  'A'.repeat(24), 'A'.repeat(64), 'A'.repeat(65), 'a'.repeat(5_000), 'ữ'.repeat(5_000), '\\u0000', '%ED%A0%80', '%C0%AF', '%2e%2e%2f', '2026-02-30', '2026-11-23T09:00:00+99:99', '24:61'
]

/** Values of other kinds than the one expected. */
export const naughtyValues: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1, 1.5, 1e21, 1e308, -1e308, 2 ** 53, 2 ** 31, [], [[]], [null], ['CT'], ['CT', 'HT'], {}, { $gt: '' }, { toString: 1 }, { length: 1e9 }, { then: 1 },
  { constructor: { prototype: { polluted: true } } }, JSON.parse('{"__proto__":{"polluted":true}}'), Array(1_000).fill(1), nested(200)
]

/** Bodies that are not the JSON of any value. */
export const naughtyBodies: readonly string[] = [
  '', ' ', '{', '}', '[', '"', 'nul', 'NaN', '{"a":}', '{"a":1,}', '{\'a\':1}', '\u0000', '\ufeff{}', '{}{}', '-', '1e999', '"\\ud800"', '{"field":"\\u0000"}', '{"field":"CT","field":"HT"}',
  '{"__proto__":{"polluted":true}}', '{"field":"CT","__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"polluted":true}}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`, `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`, `{"field":"${'C'.repeat(70_000)}"}`, `{${Array.from({ length: 3_000 }, (_, place) => `"k${place}":1`).join(',')}}`
]

function nested (depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
}
