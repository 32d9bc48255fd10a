package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Days;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.Reports;
import com.phonepay.readmodel.TransactionLine;
import com.phonepay.readmodel.TransactionQuery;
import com.phonepay.readmodel.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Sums for people, sums and searches for operators. Nothing here says what a balance is or where a payment stands. */
final class ReportRoutes {
    private static final int USUAL_DAYS = 30;
    private static final int DAYS_MAX = 366;

    private final Transactions transactions;
    private final Reports reports;
    private final Owner owner;
    private final InstantSource clock;

    /** The outcomes that can be searched for: what has not ended is not here. */
    private enum Ended {
        SUCCESS,
        FAILED,
        BLOCKED
    }

    /** From its first millisecond to the one after its last. */
    private record Span(long from, long to) {}

    ReportRoutes(Transactions transactions, Reports reports, Owner owner, InstantSource clock) {
        this.owner = owner;
        this.transactions = transactions;
        this.reports = reports;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        Set<String> span = Set.of("from", "to");
        Set<String> search = new HashSet<>(Query.FILTER);
        search.remove("counterparty");
        search.addAll(Set.of("limit", "cursor", "state", "payer", "payee"));
        return List.of(
                Endpoint.get(
                        "/api/reports/summary",
                        Access.USER,
                        Load.OTHER,
                        Set.of("from", "to", Owner.USER_ID),
                        this::summary),
                Endpoint.get("/admin/reports/summary", Access.ADMIN, Load.OTHER, span, this::outcomes),
                Endpoint.get("/admin/transactions", Access.ADMIN, Load.OTHER, Set.copyOf(search), this::search));
    }

    private CompletionStage<HttpResponse> summary(Exchange exchange) {
        Span span = span(exchange);
        return owner.of(exchange)
                .thenCompose(account -> orSayThatTheyAreDown(reports.of(account, span.from(), span.to())
                        .thenApply(summary ->
                                Respond.json(200, SummaryJson.of(account, span.from(), span.to(), summary)))));
    }

    private CompletionStage<HttpResponse> outcomes(Exchange exchange) {
        Span span = span(exchange);
        return orSayThatTheyAreDown(reports.ofEverybody(span.from(), span.to())
                .thenApply(outcomes -> Respond.json(200, SummaryJson.of(span.from(), span.to(), outcomes))));
    }

    /** By default the last thirty days with today. */
    private Span span(Exchange exchange) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        Query query = new Query(exchange);
        long to = query.time("to", true, Days.begin(today.plusDays(1)));
        long usual = Math.max(0, to - Duration.ofDays(USUAL_DAYS).toMillis());
        long from = query.time("from", false, usual);
        if (from >= to || to - from > Duration.ofDays(DAYS_MAX).toMillis()) {
            throw Query.wrong("to", "The end must be after the beginning, by at most " + DAYS_MAX + " days.");
        }
        return new Span(from, to);
    }

    private CompletionStage<HttpResponse> search(Exchange exchange) {
        Query query = new Query(exchange);
        Ended status = query.word("state", Ended.class);
        TransactionQuery wanted = new TransactionQuery(
                status == null ? null : status.name(),
                query.name("payer"),
                query.name("payee"),
                query.filter(),
                query.limit(),
                query.cursor());
        return orSayThatTheyAreDown(transactions.find(wanted).thenApply(page -> Respond.json(200, json(page))));
    }

    private static CompletionStage<HttpResponse> orSayThatTheyAreDown(CompletionStage<HttpResponse> answer) {
        return NeedsReadModels.or(ErrorCode.REPORTS_UNAVAILABLE, answer);
    }

    private static JsonObject json(Page<TransactionLine> page) {
        Cursor next = page.next();
        return new JsonObject()
                .text("object", "list")
                .objects("data", page.items(), ReportRoutes::line)
                .flag("has_more", next != null)
                .text("next_cursor", next == null ? null : next.encode());
    }

    private static void line(JsonObject json, TransactionLine line) {
        Double score = line.score();
        Money amount = line.amount();
        json.text("transaction_id", line.id())
                .text("kind", line.kind())
                .text("status", line.status())
                .text("payer_id", line.payer())
                .text("payee_id", line.payee())
                .amount("amount", amount)
                .text("note", line.note())
                .text("utr", line.utr())
                .text("reason", line.reason())
                .text("original_transaction_id", line.originalId())
                .token("fraud_score", score == null ? "null" : Double.toString(score))
                .time("initiated_at", line.initiatedAt())
                .time("completed_at", line.completedAt());
    }
}
