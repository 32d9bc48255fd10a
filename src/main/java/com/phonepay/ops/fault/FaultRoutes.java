package com.phonepay.ops.fault;

import akka.actor.Address;
import akka.actor.ExtendedActorSystem;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.AllDirectives;
import akka.http.javadsl.server.Route;
import akka.management.javadsl.ManagementRouteProvider;
import akka.management.javadsl.ManagementRouteProviderSettings;
import com.phonepay.ops.NodeState;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Served by Akka Management on loopback: {@code POST /phonepay-faults} with {@code cut=host:port,…}, {@code heal=all} or
 * {@code lag=milliseconds}. Not there at all unless drills are enabled, and only for who knows the supervisor's token.
 */
public final class FaultRoutes extends AllDirectives implements ManagementRouteProvider {
    private static final Logger LOG = LoggerFactory.getLogger(FaultRoutes.class);

    private final ExtendedActorSystem system;
    private final boolean enabled;
    private final Deafness deafness;

    public FaultRoutes(ExtendedActorSystem system) {
        this.system = system;
        this.enabled = Lag.get(system).isEnabled();
        this.deafness = new Deafness(system);
    }

    @Override
    public Route routes(ManagementRouteProviderSettings settings) {
        return enabled
                ? path(
                        "phonepay-faults",
                        () -> post(() -> optionalHeaderValueByName(
                                "X-Supervisor-Token",
                                token -> parameterMap(asked -> complete(carryOut(token, asked))))))
                : reject();
    }

    private StatusCode carryOut(Optional<String> token, Map<String, String> asked) {
        if (!NodeState.get(system).isSupervisor(token.orElse(""))) {
            return StatusCodes.FORBIDDEN;
        }
        LOG.warn("A drill asks for {}", asked);
        if (asked.containsKey("cut")) {
            for (String address : asked.get("cut").split(",", -1)) {
                deafness.cut(address(address));
            }
        } else if (asked.containsKey("heal")) {
            deafness.heal();
        } else if (asked.containsKey("lag")) {
            Lag.get(system).set(Integer.parseInt(asked.get("lag")));
        } else {
            return StatusCodes.BAD_REQUEST;
        }
        return StatusCodes.NO_CONTENT;
    }

    private Address address(String hostPort) {
        int colon = hostPort.lastIndexOf(':');
        return new Address(
                "akka", system.name(), hostPort.substring(0, colon), Integer.parseInt(hostPort.substring(colon + 1)));
    }
}
