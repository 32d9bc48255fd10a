package com.phonepay.analytics;

import java.util.Optional;

/**
 * The last word on a job.
 *
 * @param answer the latest answer, however old
 * @param failure the latest attempt, where it is younger than the answer and failed
 */
public record Latest(Analysis job, Optional<AnalysisResult> answer, Optional<AnalysisResult> failure) {}
