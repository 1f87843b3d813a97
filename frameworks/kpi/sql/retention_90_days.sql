-- title: Retention after 90 days
-- formula: new customers who bought again within 90 days ÷ new customers whose 90 days have passed
-- meaning: Of the customers won in the period, how many came back within 90 days of their first order.
--    Whose 90 days reach beyond the last day in the data is not counted yet.
-- unit: share
-- direction: up
-- aggregate: ratio
-- needs: orders
-- interval: share
-- source: Landfall's own; a repurchase window over acquisition cohorts, see Farris, Bendle, Pfeifer &
--    Reibstein (2016). Marketing Metrics, 3rd ed. Pearson (retention rate)
SELECT
    acquired.day,
    acquired.market,
    acquired.channel,
    acquired.device,
    MAX(CASE
        WHEN purchases.ordered_at > acquired.first_at
            AND DATE_DIFF('day', acquired.day, purchases.day) <= 90 THEN 1
        ELSE 0
    END) AS numerator,
    1 AS denominator,
    acquired.customer_key AS entity
FROM acquired
CROSS JOIN data_end
JOIN purchases
    ON purchases.customer_key = acquired.customer_key
WHERE DATE_DIFF('day', acquired.day, data_end.last_day_sold) >= 90
GROUP BY
    acquired.customer_key,
    acquired.day,
    acquired.market,
    acquired.channel,
    acquired.device
