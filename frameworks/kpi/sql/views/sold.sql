-- Orders that were paid for, whatever came after: pending, cancelled and test orders are left out.
-- An order whose file states no status counts as paid.
SELECT *
FROM orders
WHERE status IN ('paid', 'refunded', 'partially_refunded')
