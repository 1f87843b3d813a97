-- title: Hours to resolution
-- formula: median hours from opening to the solution, over tickets solved
-- meaning: How long it takes until a request is solved. The median: half take less. Open tickets are
--    not in it.
-- unit: hours
-- direction: down
-- aggregate: median
-- needs: tickets
-- dimensions: market, channel
-- source: Zendesk (full resolution time), in calendar hours
SELECT
    day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    ticket_id AS item,
    CAST(
        DATE_DIFF('second', DATE_TRUNC('second', opened_at), DATE_TRUNC('second', resolved_at)) AS DOUBLE
    ) / 3600 AS numerator,
    1 AS denominator
FROM tickets
WHERE resolved_at >= opened_at
