/**
 * How an analysis is run, on one machine or on a cluster: arguments, stages, counters, and the result as a table or as
 * JSON. Knows no analysis. Read {@link com.phonepay.jobs.run.Analysis} first, then
 * {@link com.phonepay.jobs.run.AnalysisTool}.
 */
@NullMarked
package com.phonepay.jobs.run;

import org.jspecify.annotations.NullMarked;
