package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.Analytics;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.readmodel.Days;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What the jobs answered, and the order to ask them now. Nothing is computed in a request. */
final class AnalyticsRoutes {
    private static final int RUNS = 50;
    private static final int USUAL_DAYS = 31;
    private static final int DAYS_MAX = 366;
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Analytics analytics;
    private final InstantSource clock;

    AnalyticsRoutes(Analytics analytics, InstantSource clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                get("/admin/analytics", this::list),
                get("/admin/analytics/runs", this::runs),
                Endpoint.post(
                        "/admin/analytics/runs", Access.ADMIN, Load.OTHER, Set.of("job", FROM, TO), this::request),
                get("/admin/analytics/runs/{id}", this::run),
                get("/admin/analytics/{id}", this::answer));
    }

    private static Endpoint get(String path, Handler handler) {
        return Endpoint.get(path, Access.ADMIN, Load.OTHER, Set.of(), handler);
    }

    private CompletionStage<HttpResponse> list(Exchange exchange) {
        return told(analytics.latest().thenCombine(analytics.open(), AnalyticsJson::overview), json -> json);
    }

    private CompletionStage<HttpResponse> answer(Exchange exchange) {
        Analysis job = Analysis.find(exchange.variable("id")).orElseThrow(AnalyticsRoutes::unknown);
        return told(
                analytics.latest(job),
                latest -> AnalyticsJson.answer(
                        latest,
                        latest.answer().orElseThrow(() -> new RefusedException(ErrorCode.ANALYSIS_NOT_COMPUTED))));
    }

    private CompletionStage<HttpResponse> runs(Exchange exchange) {
        return told(analytics.runs(RUNS), AnalyticsJson::runs);
    }

    private CompletionStage<HttpResponse> run(Exchange exchange) {
        return told(
                analytics.run(exchange.variable("id")),
                found -> AnalyticsJson.run(
                        found.orElseThrow(() -> new RefusedException(ErrorCode.ANALYTICS_RUN_NOT_FOUND))));
    }

    private CompletionStage<HttpResponse> request(Exchange exchange) {
        AnalyticsRun run = wanted(exchange);
        return told(analytics.open(run), isOpened -> {
                    if (!isOpened) {
                        throw new RefusedException(ErrorCode.ANALYTICS_RUN_OPEN);
                    }
                    return AnalyticsJson.run(run);
                })
                .thenApply(response -> response.withStatus(202));
    }

    private AnalyticsRun wanted(Exchange exchange) {
        List<Analysis> jobs = Fields.optional(exchange.body(), "job")
                .map(label -> List.of(Analysis.find(label).orElseThrow(AnalyticsRoutes::unknown)))
                .orElseGet(Analysis::all);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        LocalDate to = day(exchange, TO).orElse(today);
        LocalDate from = day(exchange, FROM).orElse(to.minusDays(USUAL_DAYS - 1L));
        if (from.isAfter(to) || from.isBefore(to.minusDays(DAYS_MAX - 1L))) {
            String detail =
                    "The last day must not be before the first, and at most " + DAYS_MAX + " days are looked at.";
            throw RefusedException.field(ErrorCode.INVALID_FIELD, TO, detail);
        }
        return AnalyticsRun.requested(
                "run-" + UUID.randomUUID(),
                AnalyticsRun.Cause.REQUESTED,
                exchange.caller().account().value(),
                from.toString(),
                to.toString(),
                jobs,
                clock.millis());
    }

    private static Optional<LocalDate> day(Exchange exchange, String name) {
        return Fields.optional(exchange.body(), name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw RefusedException.field(ErrorCode.INVALID_FIELD, name, "This is no day like 2026-11-24.");
            }
        });
    }

    private static RefusedException unknown() {
        return new RefusedException(ErrorCode.ANALYSIS_UNKNOWN);
    }

    private static <T> CompletionStage<HttpResponse> told(CompletionStage<T> asked, Function<T, JsonObject> json) {
        return NeedsReadModels.or(ErrorCode.REPORTS_UNAVAILABLE, asked)
                .thenApply(found -> Respond.json(200, json.apply(found)));
    }
}
