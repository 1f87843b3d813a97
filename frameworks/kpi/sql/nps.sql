-- title: Net promoter score
-- formula: 100 × (answers of 9 and 10 − answers of 0 to 6) ÷ answers
-- meaning: How many would recommend the shop less how many would not, from −100 to 100.
-- unit: points
-- direction: up
-- aggregate: ratio
-- needs: surveys
-- dimensions: market
-- interval: mean
-- source: Reichheld (2003). The one number you need to grow. Harvard Business Review 81(12), 46-54
SELECT
    day,
    market,
    CAST(NULL AS VARCHAR) AS channel,
    CAST(NULL AS VARCHAR) AS device,
    CASE WHEN score >= 9 THEN 100 WHEN score <= 6 THEN -100 ELSE 0 END AS numerator,
    1 AS denominator
FROM surveys
WHERE kind = 'nps' AND score IS NOT NULL
