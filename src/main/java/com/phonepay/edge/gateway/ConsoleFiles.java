package com.phonepay.edge.gateway;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.edge.http.ErrorCode;
import com.phonepay.edge.http.Problem;
import com.phonepay.edge.http.RefusedException;
import com.phonepay.edge.http.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the built console. Files with a hash in their name are kept for ever, the page that names them never; an
 * address that is no file is the page too, because the console routes by itself.
 */
final class ConsoleFiles {
    private static final String INDEX = "index.html";
    private static final String ASSETS = "/assets/";
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'%s; worker-src 'self' blob:; "
            + "manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final List<HttpHeader> ALWAYS = List.of(
            RawHeader.create("X-Content-Type-Options", "nosniff"),
            RawHeader.create("X-Frame-Options", "DENY"),
            RawHeader.create("Referrer-Policy", "no-referrer"),
            RawHeader.create("Cross-Origin-Opener-Policy", "same-origin"),
            RawHeader.create("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()"));
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"));

    private final Path root;
    private final Siblings siblings;

    ConsoleFiles(Path root, Siblings siblings) {
        this.root = root.toAbsolutePath().normalize();
        this.siblings = siblings;
    }

    /** A file, the page, or a problem where the console was never built. */
    HttpResponse answer(HttpRequest request, String path, Trace trace) {
        if (!Set.of("GET", "HEAD").contains(request.method().name())) {
            throw new RefusedException(
                    Problem.of(ErrorCode.METHOD_NOT_ALLOWED).withFacts(Map.of("allow", "GET, HEAD")));
        }
        Path file = file(path);
        if (file == null) {
            throw new RefusedException(ErrorCode.NOT_FOUND);
        }
        return served(request, path, file)
                .addHeader(policy(request))
                .addHeaders(ALWAYS)
                .addHeaders(trace.headers());
    }

    /** The page may ask the other gateways, for the case that this one dies. */
    private HttpHeader policy(HttpRequest request) {
        String others =
                siblings.origins(request).stream().map(origin -> " " + origin).collect(Collectors.joining());
        return RawHeader.create("Content-Security-Policy", POLICY.formatted(others));
    }

    private @Nullable Path file(String path) {
        Path wanted = inside(path);
        if (wanted != null && Files.isRegularFile(wanted)) {
            return wanted;
        }
        Path index = root.resolve(INDEX);
        boolean isPage =
                wanted != null && !path.startsWith(ASSETS) && extension(path).isEmpty();
        return isPage && Files.isRegularFile(index) ? index : null;
    }

    /** The place that the address names; null where it would lead out of the console's files, or is hidden. */
    private @Nullable Path inside(String path) {
        try {
            Path wanted = root.resolve(path.substring(1)).normalize();
            boolean hidden = path.contains("/.") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0;
            return wanted.startsWith(root) && !hidden ? wanted : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private HttpResponse served(HttpRequest request, String path, Path file) {
        List<HttpHeader> headers = new ArrayList<>();
        if (path.startsWith(ASSETS)) {
            headers.add(RawHeader.create("Cache-Control", "public, max-age=31536000, immutable"));
        } else {
            String tag = tag(file);
            headers.add(RawHeader.create("Cache-Control", "no-cache"));
            headers.add(RawHeader.create("ETag", tag));
            Optional<String> known = request.getHeader("If-None-Match").map(HttpHeader::value);
            if (known.filter(tag::equals).isPresent()) {
                return HttpResponse.create().withStatus(304).addHeaders(headers);
            }
        }
        return HttpResponse.create().addHeaders(headers).withEntity(HttpEntities.create(type(file), file));
    }

    private static String tag(Path file) {
        try {
            long changed = Files.getLastModifiedTime(file).toMillis();
            return "\"" + Long.toHexString(changed) + "-" + Long.toHexString(Files.size(file)) + "\"";
        } catch (IOException e) {
            throw new RefusedException(ErrorCode.NOT_FOUND);
        }
    }

    private static ContentType type(Path file) {
        String type = TYPES.get(extension(file.getFileName().toString()));
        return type == null ? ContentTypes.APPLICATION_OCTET_STREAM : ContentTypes.parse(type);
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
