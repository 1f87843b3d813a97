-- Orders sold that bought something. A credit note without an order of its own (nothing charged, money paid
-- back) lowers revenue, but it is no order and makes nobody a customer.
SELECT *
FROM sold
WHERE gross IS NULL OR gross <> 0 OR COALESCE(refunded, 0) = 0
