package com.phonepay.coordinator.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.coordinator.analytics.AnalyticsDesk.Payments;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.ViewDocument;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The successful payments that the read model has of a run's days, as the list that the reconciliation compares with. */
final class ReadModelList {
    private final Payments payments;

    ReadModelList(Payments payments) {
        this.payments = payments;
    }

    /** Writes the list; completes when it is all there. */
    CompletionStage<Void> write(AnalyticsRun run, Path file) {
        BufferedWriter out;
        try {
            out = Files.newBufferedWriter(file, UTF_8);
            out.write("transaction_id,amount,status\n");
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return payments.handTo(documents -> {
                    write(run, documents, out);
                    return CompletableFuture.completedFuture(null);
                })
                .whenComplete((done, failure) -> close(out));
    }

    private static void write(AnalyticsRun run, List<ViewDocument> documents, BufferedWriter out) {
        try {
            for (ViewDocument document : documents) {
                if (isWanted(run, document)) {
                    out.write(document.id() + "," + amount(document) + ",SUCCESS\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWanted(AnalyticsRun run, ViewDocument document) {
        String day = String.valueOf(document.fields().get("day"));
        String from = run.from();
        String to = run.to();
        return "SUCCESS".equals(document.fields().get("status"))
                && (from == null || day.compareTo(from) >= 0)
                && (to == null || day.compareTo(to) <= 0);
    }

    private static String amount(ViewDocument document) {
        return document.fields().get("amount_paise") instanceof Number paise
                ? Money.ofPaise(paise.longValue()).toRupees()
                : "";
    }

    private static void close(BufferedWriter out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
