package com.phonepay.cluster;

import com.phonepay.kernel.Money;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.ViewStore;
import com.phonepay.wallet.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The statements of all wallets as MongoDB has them, in the words of {@link JournalAudit}. */
final class Statements {
    private Statements() {}

    static Map<String, List<JournalAudit.Line>> stored(ViewStore views) {
        Map<String, List<JournalAudit.Line>> found = new HashMap<>();
        documents(views, View.LEDGER).stream()
                .sorted(Comparator.comparing(ViewDocument::id))
                .forEach(entry -> found.computeIfAbsent(text(entry, "account_id"), id -> new ArrayList<>())
                        .add(line(entry)));
        return found;
    }

    static List<ViewDocument> documents(ViewStore views, View view) {
        List<ViewDocument> all = Collections.synchronizedList(new ArrayList<>());
        views.all(view, documents -> {
                    all.addAll(documents);
                    return CompletableFuture.completedFuture(null);
                })
                .toCompletableFuture()
                .join();
        return all;
    }

    /** What the command prints, whether it finds differences or none. */
    static String reconcile() {
        try {
            return RunningCluster.launcher("readmodel", "reconcile");
        } catch (IllegalStateException differs) {
            return String.valueOf(differs.getMessage());
        }
    }

    static String text(ViewDocument entry, String field) {
        return String.valueOf(entry.fields().get(field));
    }

    static Money paise(ViewDocument entry, String field) {
        return Money.ofPaise(Long.parseLong(text(entry, field)));
    }

    private static JournalAudit.Line line(ViewDocument entry) {
        return new JournalAudit.Line(
                text(entry, "transaction_id"),
                Entry.Type.valueOf(text(entry, "type")),
                paise(entry, "amount_paise"),
                paise(entry, "balance_after_paise"));
    }
}
