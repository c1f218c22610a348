/** Letters without their marks, for searching: "Đăng ký khai sinh" → "dang ky khai sinh". */
export function plain (text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd').replace(/[^a-z0-9]+/g, ' ').trim()
}
