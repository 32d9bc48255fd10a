package com.phonepay.jobs.aml;

/** What makes 24 hours of a payer conspicuous. */
enum Pattern {
    /** Several payments just below the threshold. */
    NEAR_THRESHOLD {
        @Override
        boolean counts(long paise, long threshold) {
            return paise >= threshold - threshold / 5;
        }

        @Override
        boolean holds(int payments, long sum, long threshold) {
            return payments >= 3;
        }
    },
    /** Payments below the threshold that together go far beyond it. */
    SPLIT_TOTAL {
        @Override
        boolean counts(long paise, long threshold) {
            return true;
        }

        @Override
        boolean holds(int payments, long sum, long threshold) {
            return payments >= 3 && sum >= 2 * threshold;
        }
    };

    /** Whether a payment counts for it; all of them are below the threshold and at least a tenth of it. */
    abstract boolean counts(long paise, long threshold);

    /** Whether these payments of 24 hours are the pattern. */
    abstract boolean holds(int payments, long sum, long threshold);
}
