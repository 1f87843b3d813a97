-- What each sold order left: net sales less the cost of goods, the provider's fees and fulfilment.
-- Net sales are what was charged less what was paid back, without the tax in it, pro rata. Unknown (null)
-- until the team has entered the cost of goods; a fee or a fulfilment cost that nobody stated counts as none.
SELECT
    customer_key,
    order_id,
    day,
    market,
    channel,
    device,
    revenue,
    net_sales,
    net_sales * (1 - goods_share)
        - COALESCE(fees, payment_share * gross, 0)
        - COALESCE(fulfilment_per_order, 0) AS margin
FROM (
    SELECT
        customer_key,
        order_id,
        day,
        market,
        channel,
        device,
        gross,
        fees,
        gross - COALESCE(refunded, 0) AS revenue,
        (gross - COALESCE(refunded, 0)) * COALESCE((gross - COALESCE(tax, 0)) / NULLIF(gross, 0), 1) AS net_sales
    FROM sold
) AS priced
CROSS JOIN costs
