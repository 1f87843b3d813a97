-- One row a known customer: day, market, device and channel of the first purchase.
-- Channel: the first order's own where it tells where the buyer came from. Where it only tells where the
-- buyer bought (web shop, app, counter, ...) or nothing, the earliest contact's, else the one in the
-- customer list, else the order's. Orders placed at the same first moment are one first purchase.
SELECT
    bought.customer_key,
    bought.first_at,
    bought.day,
    bought.market,
    bought.device,
    CASE
        WHEN bought.channel NOT IN (
            'web', 'app', 'pos', 'phone', 'chat', 'web_form', 'sales', 'offline', 'other'
        ) THEN bought.channel
        ELSE COALESCE(first_touches.channel, listed.channel, bought.channel)
    END AS channel
FROM (
    SELECT
        firsts.customer_key,
        firsts.first_at,
        MIN(sold.day) AS day,
        MIN(sold.market) AS market,
        MIN(sold.device) AS device,
        MIN(sold.channel) AS channel
    FROM firsts
    JOIN sold
        ON sold.customer_key = firsts.customer_key
        AND sold.ordered_at = firsts.first_at
    GROUP BY firsts.customer_key, firsts.first_at
) AS bought
LEFT JOIN first_touches
    ON first_touches.customer_key = bought.customer_key
LEFT JOIN (
    SELECT
        customer_key,
        MIN(channel) AS channel
    FROM customers
    WHERE channel IS NOT NULL
    GROUP BY customer_key
) AS listed
    ON listed.customer_key = bought.customer_key
