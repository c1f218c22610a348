-- 0007 calls without an index. No screen asks the log for its newest calls: open tickets carry theirs. Every call paid for it.

DROP INDEX fact_calls;
