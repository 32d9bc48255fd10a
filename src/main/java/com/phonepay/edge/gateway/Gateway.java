package com.phonepay.edge.gateway;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpMethod;
import com.phonepay.edge.auth.Tokens;
import com.phonepay.edge.http.Authentication;
import com.phonepay.edge.http.EdgeSettings;
import com.phonepay.edge.http.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Opens the gateway of one node: what it knows of the payment nodes, and the server in front of them. */
public final class Gateway {
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ServerBinding binding;
    private final Rotation rotation;
    private final RateLimits limits;
    private final InstantSource clock;

    private Gateway(ServerBinding binding, Rotation rotation, RateLimits limits, InstantSource clock) {
        this.binding = binding;
        this.rotation = rotation;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Binds and serves. Unbinds by itself when the system shuts down, after the requests under way are answered. The
     * stage fails where the port is taken.
     *
     * @param members the payment nodes of the cluster at this moment; asked all the time, so it must be cheap
     * @param keyed which requests may be repeated with their key
     * @param budgets of the callers, shared with the other gateways
     */
    public static CompletionStage<Gateway> start(
            ActorSystem<?> system,
            GatewaySettings settings,
            EdgeSettings edge,
            Supplier<List<Target.Node>> members,
            BiPredicate<HttpMethod, String> keyed,
            Buckets budgets,
            InstantSource clock) {
        Rotation rotation = new Rotation();
        new Watch(system, settings.pool(), settings.tls(), rotation, members, clock).start();
        Proxy proxy = new Proxy(
                system,
                settings.pool(),
                settings.tls(),
                rotation,
                settings.answerPatience().toMillis(),
                clock);
        Authentication authentication = new Authentication(new Tokens(edge.keys(), edge.tokens(), clock));
        RateLimits limits = new RateLimits(settings.limits(), budgets, clock);
        Siblings siblings = new Siblings(members, settings.tls().scheme(), settings.origins());
        Door door = new Door(system, settings, siblings, authentication, limits, proxy, keyed);
        return settings.tls()
                .secured(Http.get(system).newServerAt(settings.host(), settings.port()))
                .withSettings(settings.server())
                .bind(door::handle)
                .thenApply(binding -> binding.addToCoordinatedShutdown(DRAIN, system))
                .thenApply(binding -> new Gateway(binding, rotation, limits, clock));
    }

    /** Takes a payment node out of this gateway's rotation, or lets it in again. */
    public void pause(String node, boolean out) {
        rotation.pause(node, out);
    }

    /** What this gateway measured, as JSON that the views of an operator add up. */
    public String report() {
        long now = clock.millis();
        List<Rotation.Known> known = rotation.known();
        return new JsonObject()
                .number(
                        "requests",
                        known.stream()
                                .mapToLong(node -> node.stats().requests())
                                .sum())
                .number("window_seconds", LatencyWindow.SECONDS)
                .text("rate_limiter", limits.word())
                .objects("targets", known, (json, node) -> json.text("node", node.name())
                        .number("port", node.port())
                        .flag("in_rotation", node.inRotation())
                        .number("requests", node.stats().requests())
                        .number("errors", node.stats().errors())
                        .number("retries", node.stats().retries())
                        .number("in_flight", node.stats().inFlight())
                        .text("window", node.stats().window(now)))
                .toString();
    }

    public int port() {
        return binding.localAddress().getPort();
    }

    Rotation rotation() {
        return rotation;
    }
}
