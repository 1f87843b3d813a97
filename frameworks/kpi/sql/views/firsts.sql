-- When each known customer first bought, over all the data and whatever the filter.
SELECT
    customer_key,
    MIN(ordered_at) AS first_at
FROM purchases
WHERE customer_key IS NOT NULL
GROUP BY customer_key
