package com.phonepay.analytics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of some analyses over some days. Immutable; each step gives the next state. Whoever works on it holds it until
 * {@code heldUntil} and says again and again that it still does; after that anybody may take it over and goes on with
 * what is left, so a run that lost its node is neither lost nor done twice.
 *
 * @param id unique; that of a nightly run names its night, so that a night has one
 * @param requestedBy the account of the administrator; null for a nightly run
 * @param from first day, like 2026-11-24, null for no bound
 * @param to last day, included; null for no bound
 * @param attempt how often it was taken up; a holder whose attempt is not the stored one has lost it
 * @param node who holds it, null before anybody does
 * @param heldUntil milliseconds since 1970, 0 while nobody holds it
 * @param current what is being computed
 * @param computed what has an answer
 * @param failed what has none
 * @param startedAt 0 before
 * @param endedAt 0 before
 * @param message the reasons of what failed, for people
 */
public record AnalyticsRun(
        String id,
        Cause cause,
        @Nullable String requestedBy,
        @Nullable String from,
        @Nullable String to,
        List<Analysis> jobs,
        Status status,
        int attempt,
        @Nullable String node,
        long heldUntil,
        @Nullable Analysis current,
        List<Analysis> computed,
        List<Analysis> failed,
        long requestedAt,
        long startedAt,
        long endedAt,
        @Nullable String message) {

    /** So often a run is taken up before it counts as one that breaks its node. */
    public static final int ATTEMPTS_MAX = 3;

    /** Why there is a run. */
    public enum Cause {
        NIGHTLY,
        REQUESTED
    }

    /** How far a run is. The last two are final. */
    public enum Status {
        REQUESTED,
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    public AnalyticsRun {
        jobs = List.copyOf(jobs);
        computed = List.copyOf(computed);
        failed = List.copyOf(failed);
    }

    /** A run that nobody has taken up yet. */
    public static AnalyticsRun requested(
            String id,
            Cause cause,
            @Nullable String by,
            @Nullable String from,
            @Nullable String to,
            List<Analysis> jobs,
            long now) {
        return new AnalyticsRun(
                id,
                cause,
                by,
                from,
                to,
                jobs,
                Status.REQUESTED,
                0,
                null,
                0,
                null,
                List.of(),
                List.of(),
                now,
                0,
                0,
                null);
    }

    public boolean isOpen() {
        return status == Status.REQUESTED || status == Status.RUNNING;
    }

    /** Whether it may be taken up: nobody works on it, or whoever did has not been heard of for too long. */
    public boolean isFree(long now) {
        return status == Status.REQUESTED || (status == Status.RUNNING && heldUntil <= now);
    }

    /** What is left to compute. */
    public List<Analysis> remaining() {
        return jobs.stream()
                .filter(job -> !computed.contains(job) && !failed.contains(job))
                .toList();
    }

    public AnalyticsRun takenUp(String by, long now, long until) {
        return with(Status.RUNNING, attempt + 1, by, until, null, computed, failed, startedAt == 0 ? now : startedAt, 0)
                .saying(message);
    }

    public AnalyticsRun held(long until) {
        return with(status, attempt, node, until, current, computed, failed, startedAt, endedAt);
    }

    public AnalyticsRun computing(Analysis job) {
        return with(status, attempt, node, heldUntil, job, computed, failed, startedAt, endedAt);
    }

    public AnalyticsRun answered(Analysis job) {
        return with(status, attempt, node, heldUntil, null, plus(computed, job), failed, startedAt, endedAt);
    }

    public AnalyticsRun failed(Analysis job, String why) {
        String reason = job.label() + ": " + why;
        return with(status, attempt, node, heldUntil, null, computed, plus(failed, job), startedAt, endedAt)
                .saying(message == null ? reason : message + "\n" + reason);
    }

    /** Given back in good order, for the next one to go on at once; that it was taken up does not count. */
    public AnalyticsRun givenBack() {
        return with(Status.REQUESTED, attempt - 1, null, 0, null, computed, failed, startedAt, 0);
    }

    /** Everything that could be computed is. */
    public AnalyticsRun ended(long now) {
        Status end = failed.isEmpty() && remaining().isEmpty() ? Status.SUCCEEDED : Status.FAILED;
        return with(end, attempt, node, 0, null, computed, failed, startedAt, now);
    }

    /** Given up with a reason. */
    public AnalyticsRun givenUp(long now, String why) {
        return with(Status.FAILED, attempt, node, 0, null, computed, failed, startedAt, now)
                .saying(message == null ? why : message + "\n" + why);
    }

    private AnalyticsRun saying(@Nullable String text) {
        return new AnalyticsRun(
                id,
                cause,
                requestedBy,
                from,
                to,
                jobs,
                status,
                attempt,
                node,
                heldUntil,
                current,
                computed,
                failed,
                requestedAt,
                startedAt,
                endedAt,
                text);
    }

    private AnalyticsRun with(
            Status newStatus,
            int newAttempt,
            @Nullable String newNode,
            long until,
            @Nullable Analysis newCurrent,
            List<Analysis> newComputed,
            List<Analysis> newFailed,
            long newStarted,
            long newEnded) {
        return new AnalyticsRun(
                id,
                cause,
                requestedBy,
                from,
                to,
                jobs,
                newStatus,
                newAttempt,
                newNode,
                until,
                newCurrent,
                newComputed,
                newFailed,
                requestedAt,
                newStarted,
                newEnded,
                message);
    }

    private static List<Analysis> plus(List<Analysis> list, Analysis job) {
        List<Analysis> longer = new ArrayList<>(list);
        longer.add(job);
        return longer;
    }
}
