package com.phonepay.worker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A folder of HDFS, over its own HTTP interface, so that none of Hadoop's libraries are among the node's. A file is
 * written as a draft and gets its name by a rename, which HDFS refuses where the name is taken. An answer that was lost
 * fails the landing: whoever exports then looks again which files are there.
 */
public final class WebHdfsLanding implements Landing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DRAFTS = "_tmp";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ELSEWHERE = 307;
    private static final int NOT_FOUND = 404;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI nameNode;
    private final String root;
    private final String user;
    private final String owner;
    private final Consumer<LandingStep> passed;

    /**
     * @param address {@code webhdfs://host:port/folder}: the NameNode's address for HTTP
     * @param user in whose name files are written
     * @param owner of drafts; those that an earlier run of it left behind are removed
     * @param passed told of each step that can be told apart: over HTTP a draft is written in one
     */
    public WebHdfsLanding(URI address, String user, String owner, Consumer<LandingStep> passed) throws IOException {
        this.nameNode = URI.create("http://" + address.getAuthority() + "/webhdfs/v1");
        this.root = address.getPath().replaceAll("/+$", "");
        this.user = user;
        this.owner = owner;
        this.passed = passed;
        isTrue(ask("PUT", DRAFTS, "op=MKDIRS"));
        for (String draft : children(DRAFTS)) {
            if (draft.startsWith(owner + "+")) {
                remove(DRAFTS + "/" + draft);
            }
        }
    }

    @Override
    public List<String> names(String topic) throws IOException {
        List<String> names = new ArrayList<>();
        for (String day : children(topic)) {
            for (String file : children(topic + "/" + day)) {
                names.add(topic + "/" + day + "/" + file);
            }
        }
        return names;
    }

    /** None where there is no such folder; a file has none either. */
    private List<String> children(String folder) throws IOException {
        HttpResponse<InputStream> answer = ask("GET", folder, "op=LISTSTATUS");
        if (answer.statusCode() == NOT_FOUND) {
            answer.body().close();
            return List.of();
        }
        List<String> names = new ArrayList<>();
        json(answer)
                .at("/FileStatuses/FileStatus")
                .forEach(child -> names.add(child.path("pathSuffix").asText()));
        names.removeIf(String::isEmpty);
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        HttpResponse<InputStream> answer = ask("GET", name, "op=OPEN");
        if (answer.statusCode() == ELSEWHERE) {
            answer.body().close();
            answer = send(
                    HttpRequest.newBuilder(elsewhere(answer)).timeout(PATIENCE).build());
        }
        if (answer.statusCode() != OK) {
            throw refused(answer);
        }
        return answer.body();
    }

    @Override
    public boolean land(String name, byte[] content) throws IOException {
        String draft = DRAFTS + "/" + owner + "+" + UUID.randomUUID();
        boolean isFirst;
        try {
            write(draft, content);
            passed.accept(LandingStep.WRITTEN);
            isFirst = name(draft, name);
        } catch (IOException failure) {
            remove(draft, failure);
            throw failure;
        }
        if (!isFirst) {
            remove(draft);
        }
        passed.accept(LandingStep.ENDED);
        return isFirst;
    }

    private boolean name(String draft, String name) throws IOException {
        isTrue(ask("PUT", name.substring(0, name.lastIndexOf('/')), "op=MKDIRS"));
        passed.accept(LandingStep.FOLDER_MADE);
        String destination = URLEncoder.encode(root + "/" + name, StandardCharsets.UTF_8);
        if (isTrue(ask("PUT", draft, "op=RENAME&destination=" + destination))) {
            passed.accept(LandingStep.NAMED);
            return true;
        }
        if (isThere(name)) {
            return false;
        }
        throw new IOException("HDFS does not give " + name + " its name");
    }

    /** Where it has its name by now, there is no draft to remove. */
    private void remove(String draft, IOException failure) {
        try {
            remove(draft);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }

    /** First the NameNode says where the bytes go. */
    private void write(String draft, byte[] content) throws IOException {
        HttpResponse<InputStream> where = ask("PUT", draft, "op=CREATE&overwrite=false");
        if (where.statusCode() != ELSEWHERE) {
            throw refused(where);
        }
        where.body().close();
        HttpResponse<InputStream> written = send(HttpRequest.newBuilder(elsewhere(where))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content))
                .build());
        if (written.statusCode() != CREATED) {
            throw refused(written);
        }
        written.body().close();
    }

    private boolean isThere(String name) throws IOException {
        HttpResponse<InputStream> answer = ask("GET", name, "op=GETFILESTATUS");
        answer.body().close();
        return answer.statusCode() == OK;
    }

    private void remove(String name) throws IOException {
        json(ask("DELETE", name, "op=DELETE"));
    }

    private static boolean isTrue(HttpResponse<InputStream> answer) throws IOException {
        return json(answer).path("boolean").asBoolean();
    }

    private static URI elsewhere(HttpResponse<InputStream> answer) throws IOException {
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("HDFS does not say where the bytes are")));
    }

    private HttpResponse<InputStream> ask(String method, String name, String query) throws IOException {
        String path = (root + "/" + name).replace("+", "%2B").replace("=", "%3D");
        String who = "&user.name=" + URLEncoder.encode(user, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(nameNode + path + "?" + query + who))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<InputStream> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw refused(answer);
        }
        try (InputStream body = answer.body()) {
            return JSON.readTree(body);
        }
    }

    private static IOException refused(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            String said = new String(body.readNBytes(500), StandardCharsets.UTF_8);
            String why = "HDFS answers " + answer.statusCode() + " to "
                    + answer.request().uri().getPath() + ": " + said;
            return answer.statusCode() == NOT_FOUND ? new FileNotFoundException(why) : new IOException(why);
        }
    }
}
