package com.phonepay.edge.http;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.Analytics;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.analytics.Latest;
import com.phonepay.kernel.AccountId;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.FraudAlerts;
import com.phonepay.readmodel.Notification;
import com.phonepay.readmodel.Notifications;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.ReadModels;
import com.phonepay.readmodel.Reports;
import com.phonepay.readmodel.UnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Read models that are down. */
final class NoReadModels {
    static final ReadModels ALL = new ReadModels(
            query -> down(),
            query -> down(),
            new NoReports(),
            new NoNotifications(),
            new NoFraudAlerts(),
            new NoAnalytics());

    private NoReadModels() {}

    private static <T> CompletionStage<T> down() {
        return CompletableFuture.failedFuture(new UnavailableException(new IOException("connection refused")));
    }

    private static final class NoAnalytics implements Analytics {
        @Override
        public CompletionStage<Boolean> open(AnalyticsRun run) {
            return down();
        }

        @Override
        public CompletionStage<Optional<AnalyticsRun>> open() {
            return down();
        }

        @Override
        public CompletionStage<Boolean> replace(AnalyticsRun before, AnalyticsRun after) {
            return down();
        }

        @Override
        public CompletionStage<Optional<AnalyticsRun>> run(String id) {
            return down();
        }

        @Override
        public CompletionStage<List<AnalyticsRun>> runs(int limit) {
            return down();
        }

        @Override
        public CompletionStage<Void> keep(AnalysisResult result) {
            return down();
        }

        @Override
        public CompletionStage<List<Latest>> latest() {
            return down();
        }

        @Override
        public CompletionStage<Latest> latest(Analysis job) {
            return down();
        }

        @Override
        public CompletionStage<Void> forgetBefore(long at) {
            return down();
        }
    }

    private static final class NoReports implements Reports {
        @Override
        public CompletionStage<Summary> of(AccountId account, long from, long to) {
            return down();
        }

        @Override
        public CompletionStage<List<Outcomes>> ofEverybody(long from, long to) {
            return down();
        }
    }

    private static final class NoNotifications implements Notifications {
        @Override
        public CompletionStage<Void> store(List<Notification> notifications) {
            return down();
        }

        @Override
        public CompletionStage<Page<Notification>> of(AccountId user, int limit, @Nullable Cursor after) {
            return down();
        }
    }

    private static final class NoFraudAlerts implements FraudAlerts {
        @Override
        public CompletionStage<Void> store(List<FraudAlert> alerts) {
            return down();
        }

        @Override
        public CompletionStage<Page<FraudAlert>> list(int limit, @Nullable Cursor after) {
            return down();
        }
    }
}
