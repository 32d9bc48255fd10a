package com.phonepay.slice.akka;

import akka.dispatch.Futures;
import akka.persistence.AtomicWrite;
import akka.persistence.cassandra.journal.CassandraJournal;
import com.typesafe.config.Config;
import java.util.concurrent.atomic.AtomicReference;
import scala.collection.immutable.Seq;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** The real journal, which can be told to fail the next write: before it is stored, or after. */
public final class FaultyJournal extends CassandraJournal {
    enum Fault {
        NONE,
        LOST,
        STORED_YET_REPORTED_AS_FAILED
    }

    static final AtomicReference<Fault> NEXT = new AtomicReference<>(Fault.NONE);

    public FaultyJournal(Config config, String path) {
        super(config, path);
    }

    @Override
    public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> messages) {
        Fault fault = NEXT.getAndSet(Fault.NONE);
        return switch (fault) {
            case NONE -> super.asyncWriteMessages(messages);
            case LOST -> Futures.failed(new IllegalStateException("the store did not answer"));
            case STORED_YET_REPORTED_AS_FAILED ->
                super.asyncWriteMessages(messages)
                        .flatMap(
                                stored -> Futures.failed(new IllegalStateException("the store did not answer")),
                                context().dispatcher());
        };
    }
}
