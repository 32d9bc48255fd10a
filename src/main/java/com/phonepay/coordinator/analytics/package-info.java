/**
 * The nightly run of the jobs over the lake, and the runs that administrators ask for. It works where the coordinator is,
 * in one thread and in processes of their own: the jobs' classes never meet a node's. It may read the lake and MongoDB;
 * it must never write to either but answers and alerts. Read {@link com.phonepay.coordinator.analytics.AnalyticsDesk}
 * first.
 */
@NullMarked
package com.phonepay.coordinator.analytics;

import org.jspecify.annotations.NullMarked;
