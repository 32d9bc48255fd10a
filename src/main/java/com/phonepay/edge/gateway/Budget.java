package com.phonepay.edge.gateway;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.edge.http.ErrorCode;
import com.phonepay.edge.http.Problem;
import com.phonepay.edge.http.RefusedException;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is left to a caller after one request was counted.
 *
 * @param limit requests a minute; 0 where nothing is limited
 * @param spent this request is one too many
 * @param resetSeconds until the budget is full again
 */
public record Budget(long limit, long remaining, boolean spent, long resetSeconds) {
    static final Budget UNLIMITED = new Budget(0, 0, false, 0);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * So many a minute, the minute beginning with the first request; all come back together at its end. So exactly so
     * many pass in each such minute, at whatever pace they come.
     */
    public static BucketConfiguration rule(long perMinute) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, MINUTE))
                .build();
    }

    public static Budget of(long perMinute, ConsumptionProbe probe) {
        return new Budget(
                perMinute, probe.getRemainingTokens(), !probe.isConsumed(), seconds(probe.getNanosToWaitForReset()));
    }

    /** Rounded up: who waits so long does not come too early. */
    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }

    boolean isLimited() {
        return limit > 0;
    }

    List<HttpHeader> headers() {
        return List.of(
                RawHeader.create("RateLimit-Limit", Long.toString(limit)),
                RawHeader.create("RateLimit-Remaining", Long.toString(remaining)),
                RawHeader.create("RateLimit-Reset", Long.toString(resetSeconds)));
    }

    RefusedException refusal() {
        return new RefusedException(
                Problem.of(ErrorCode.RATE_LIMITED).withFacts(Map.of("retry_after", Long.toString(resetSeconds))));
    }
}
