package com.phonepay.edge.tls;

import akka.http.javadsl.ConnectionContext;
import akka.http.javadsl.Http;
import akka.http.javadsl.HttpsConnectionContext;
import akka.http.javadsl.ServerBuilder;
import com.phonepay.settings.TlsSettings;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Whether HTTP is HTTPS here, and how. A new connection uses the files as they are then. */
public final class HttpTls {
    private final Optional<Certificates> certificates;

    private HttpTls(Optional<Certificates> certificates) {
        this.certificates = certificates;
    }

    /** Throws where TLS is on and its files can not be used. */
    public static HttpTls of(TlsSettings settings) {
        return new HttpTls(settings.http() ? Optional.of(new Certificates(settings)) : Optional.empty());
    }

    /** Of a URL: http or https. */
    public String scheme() {
        return certificates.isPresent() ? "https" : "http";
    }

    /** The server as it was, or with HTTPS and nothing else. */
    public ServerBuilder secured(ServerBuilder server) {
        return certificates
                .map(files -> server.enableHttps(ConnectionContext.httpsServer(() -> {
                    SSLEngine engine = files.context().createSSLEngine();
                    engine.setUseClientMode(false);
                    return engine;
                })))
                .orElse(server);
    }

    /** With which this node calls others: they must show a certificate of our authority for the host that is called. */
    public HttpsConnectionContext client(Http http) {
        return certificates
                .map(files -> ConnectionContext.httpsClient((host, port) -> {
                    SSLEngine engine = files.context().createSSLEngine(host, port);
                    engine.setUseClientMode(true);
                    SSLParameters parameters = engine.getSSLParameters();
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    engine.setSSLParameters(parameters);
                    return engine;
                }))
                .orElseGet(http::defaultClientHttpsContext);
    }
}
