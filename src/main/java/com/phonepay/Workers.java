package com.phonepay;

import akka.actor.typed.ActorSystem;
import com.phonepay.events.EventHandler;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.cluster.Asking;
import com.phonepay.payment.cluster.ClusterBaselines;
import com.phonepay.payment.cluster.ClusterMailboxes;
import com.phonepay.readmodel.ReadModelUpdates;
import com.phonepay.readmodel.mongo.Mongo;
import com.phonepay.readmodel.redis.ForgettingUpdates;
import com.phonepay.redis.RedisGenerations;
import com.phonepay.redis.RedisLink;
import com.phonepay.settings.Settings;
import com.phonepay.slice.SliceClient;
import com.phonepay.worker.fraudanalytics.AnalyticsSettings;
import com.phonepay.worker.fraudanalytics.FraudAnalyticsWorker;
import com.phonepay.worker.fraudanalytics.StoredProfiles;
import com.phonepay.worker.notification.MailFile;
import com.phonepay.worker.notification.MailSettings;
import com.phonepay.worker.notification.NotificationWorker;
import com.phonepay.worker.notification.Sender;
import com.phonepay.worker.notification.SmtpSender;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The workers of one node: everything that consumes committed events here. A new one is one line in the list. */
final class Workers {
    private Workers() {}

    static List<EventHandler> of(
            ActorSystem<?> system,
            Settings settings,
            SliceClient client,
            Mongo mongo,
            RedisLink redis,
            StoredProfiles profiles) {
        Slices slices = settings.slices().slices();
        Asking asking = new Asking(client, system, Patiences.of(settings));
        return List.of(
                new ForgettingUpdates(new ReadModelUpdates(mongo.views()), new RedisGenerations(redis)),
                new NotificationWorker(
                        mongo.notifications(),
                        new ClusterMailboxes(asking, slices),
                        sender(MailSettings.from(settings.config()))),
                new FraudAnalyticsWorker(
                        profiles,
                        mongo.fraudAlerts(),
                        new ClusterBaselines(asking, slices),
                        AnalyticsSettings.from(settings.config())));
    }

    private static Sender sender(MailSettings mail) {
        Executor blocking = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "mail");
            thread.setDaemon(true);
            return thread;
        });
        return mail.server().isNone()
                ? new MailFile(mail.file(), blocking)
                : new SmtpSender(mail.server(), mail.from(), mail.domain(), blocking);
    }
}
