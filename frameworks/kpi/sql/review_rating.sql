-- title: Review rating
-- formula: stars ÷ reviews
-- meaning: The mean of the stars that buyers give.
-- unit: stars
-- direction: up
-- aggregate: ratio
-- needs: reviews
-- dimensions: market
-- interval: mean
-- source: Landfall's own; the plain mean, as shops show it
SELECT
    day,
    market,
    CAST(NULL AS VARCHAR) AS channel,
    CAST(NULL AS VARCHAR) AS device,
    review_id AS item,
    rating AS numerator,
    1 AS denominator
FROM reviews
WHERE rating IS NOT NULL
