-- title: Cost to serve
-- formula: tickets × cost of a ticket ÷ orders sold
-- meaning: What service costs for each order. Undefined until the cost of a ticket is entered.
-- unit: money
-- direction: down
-- aggregate: ratio
-- needs: tickets, orders
-- settings: ticket_cost
-- dimensions: market
-- source: Landfall's own; the service part of cost-to-serve analysis
SELECT
    day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    ticket_id AS item,
    ticket_cost AS numerator,
    CAST(NULL AS INTEGER) AS denominator
FROM tickets
CROSS JOIN costs
UNION ALL
SELECT
    day,
    market,
    CAST(NULL AS VARCHAR) AS channel,
    CAST(NULL AS VARCHAR) AS device,
    order_id AS item,
    CAST(NULL AS DOUBLE) AS numerator,
    1 AS denominator
FROM purchases
