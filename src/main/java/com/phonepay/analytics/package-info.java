/**
 * What the nightly jobs answered, and the runs that asked them: values, and the port of whoever keeps them. A run is a
 * machine of its own ({@link com.phonepay.analytics.AnalyticsRun}); it never touches money. Nothing here may start a
 * process or know a store. Read {@link com.phonepay.analytics.Analytics} first.
 */
@NullMarked
package com.phonepay.analytics;

import org.jspecify.annotations.NullMarked;
