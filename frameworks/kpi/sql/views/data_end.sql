-- The last day with a sold order: how far the data reach. No clock is asked.
SELECT MAX(day) AS last_day_sold
FROM sold
