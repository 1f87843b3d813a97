-- What each customer bought, by months since the first order: one row a customer and month with an order.
-- Cohort: the month of the first order ever, over all the data. Months count the calendar: 0 is the cohort's
-- own month, so the customers at 0 are the whole cohort. Market, channel and device are those of the first order.
SELECT
    acquired.day,
    CAST(DATE_TRUNC('month', acquired.day) AS DATE) AS cohort,
    CAST(
        (EXTRACT(YEAR FROM margins.day) - EXTRACT(YEAR FROM acquired.day)) * 12
        + EXTRACT(MONTH FROM margins.day) - EXTRACT(MONTH FROM acquired.day) AS INTEGER
    ) AS months,
    acquired.market,
    acquired.channel,
    acquired.device,
    acquired.customer_key AS entity,
    margins.revenue,
    margins.margin
FROM acquired
JOIN margins
    ON margins.customer_key = acquired.customer_key
