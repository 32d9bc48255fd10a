package com.phonepay.edge.gateway;

import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.RemoteAddress;
import com.phonepay.edge.http.ErrorCode;
import com.phonepay.edge.http.JsonObject;
import com.phonepay.edge.http.RefusedException;
import com.phonepay.edge.http.Respond;
import com.phonepay.edge.http.Trace;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the console asks its gateway before anybody has signed in: where the other gateways are, and the demo accounts. */
final class FirstQuestions {
    private final Siblings siblings;
    private final @Nullable Path demoLogins;

    /** @param demoLogins null where there are none, always so outside of development */
    FirstQuestions(Siblings siblings, @Nullable Path demoLogins) {
        this.siblings = siblings;
        this.demoLogins = demoLogins;
    }

    Optional<HttpResponse> answer(HttpRequest request, String path, Trace trace) {
        if (!request.method().name().equals("GET")) {
            return Optional.empty();
        }
        return switch (path) {
            case "/gateways" ->
                Optional.of(Respond.finish(
                        Respond.json(200, new JsonObject().texts("gateways", siblings.origins(request))), trace));
            case "/demo-logins" -> Optional.of(Respond.finish(Respond.json(200, logins(request)), trace));
            default -> Optional.empty();
        };
    }

    /** Passwords leave for this machine only, and as if there were nothing for everybody else. */
    private String logins(HttpRequest request) {
        if (demoLogins == null || !isFromHere(request) || !Files.isRegularFile(demoLogins)) {
            throw new RefusedException(ErrorCode.NOT_FOUND);
        }
        try {
            return "{\"logins\":" + Files.readString(demoLogins) + "}";
        } catch (IOException e) {
            throw new RefusedException(ErrorCode.NOT_FOUND);
        }
    }

    private static boolean isFromHere(HttpRequest request) {
        return request.getAttribute(AttributeKeys.remoteAddress)
                .flatMap(RemoteAddress::getAddress)
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
    }
}
