package com.phonepay.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to Redis for the whole process. It may start before Redis and outlives its restarts. Without a
 * connection a command fails at once; with one it fails after the patience of the settings.
 */
public final class RedisLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int WAITING_MAX = 10_000;
    private static final int THREADS = 2;

    private final RedisSettings settings;
    private final ClientResources resources;
    private final RedisClient client;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

    private RedisLink(RedisSettings settings) {
        this.settings = settings;
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .reconnectDelay(Delay.constant(AGAIN))
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(WAITING_MAX)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
                .timeoutOptions(TimeoutOptions.enabled(settings.patience()))
                .build());
    }

    public static RedisLink open(RedisSettings settings) {
        RedisLink link = new RedisLink(settings);
        link.connect();
        return link;
    }

    /** The first connection is ours to repeat; every later one the client finds again by itself. */
    private void connect() {
        CompletionStage<StatefulRedisConnection<String, byte[]>> connecting = client.connectAsync(
                RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), RedisURI.create(settings.uri()));
        connecting.whenComplete((opened, fault) -> {
            if (opened != null) {
                connection = opened;
                LOG.info("Redis is there");
            } else if (!closed.get()) {
                later().execute(this::connect);
            }
        });
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends commands. Fails at once where there is no connection, and where Redis does not answer in time. */
    public <T> CompletionStage<T> ask(Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> commands) {
        StatefulRedisConnection<String, byte[]> open = connection;
        if (open == null || !open.isOpen()) {
            return CompletableFuture.failedFuture(new RedisException("no connection"));
        }
        try {
            return commands.apply(open.async());
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether it answers now. Never fails. */
    public CompletionStage<Boolean> answers() {
        return this.<String>ask(RedisAsyncCommands::ping).handle((pong, fault) -> fault == null);
    }

    @Override
    public void close() {
        closed.set(true);
        client.shutdown(Duration.ZERO, END);
        if (!resources.shutdown(0, END.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(END.toMillis())) {
            LOG.info("The threads of the Redis client end later");
        }
    }
}
