-- The channel of each customer's earliest known contact up to the first purchase.
SELECT
    customer_key,
    channel
FROM (
    SELECT
        touchpoints.customer_key,
        touchpoints.channel,
        ROW_NUMBER() OVER (
            PARTITION BY touchpoints.customer_key
            ORDER BY touchpoints."at", touchpoints.channel
        ) AS place
    FROM touchpoints
    JOIN firsts
        ON firsts.customer_key = touchpoints.customer_key
        AND touchpoints."at" <= firsts.first_at
    WHERE touchpoints.channel IS NOT NULL
) AS touches
WHERE place = 1
