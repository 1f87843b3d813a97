-- title: Tickets per 100 orders
-- formula: 100 × tickets ÷ orders sold
-- meaning: How often buyers need help. Tickets are those opened in the period, whatever order they are
--    about.
-- unit: number
-- direction: down
-- aggregate: ratio
-- needs: tickets, orders
-- dimensions: market
-- source: Landfall's own; the contact rate of service desks
SELECT
    day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    ticket_id AS item,
    100 AS numerator,
    CAST(NULL AS INTEGER) AS denominator
FROM tickets
UNION ALL
SELECT
    day,
    market,
    CAST(NULL AS VARCHAR) AS channel,
    CAST(NULL AS VARCHAR) AS device,
    order_id AS item,
    CAST(NULL AS INTEGER) AS numerator,
    1 AS denominator
FROM purchases
