package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpMethod;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.MediaType;
import akka.http.javadsl.model.MediaTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be called.
 *
 * @param template the path as in the contract, for example <code>/api/payment/status/{id}</code>
 * @param inputs the parameters of a GET's query, the fields of a POST's body; anything else is refused
 */
record Endpoint(HttpMethod method, String template, Access access, Load load, Set<String> inputs, Handler handler) {

    static Endpoint get(String template, Access access, Load load, Set<String> parameters, Handler handler) {
        return new Endpoint(HttpMethods.GET, template, access, load, parameters, handler);
    }

    static Endpoint post(String template, Access access, Load load, Set<String> fields, Handler handler) {
        return new Endpoint(HttpMethods.POST, template, access, load, fields, handler);
    }

    /** The media types of a good answer. */
    List<MediaType> produces() {
        if (template.endsWith("/qr")) {
            return List.of(MediaTypes.IMAGE_SVG_XML, MediaTypes.IMAGE_PNG, MediaTypes.APPLICATION_JSON);
        }
        if (template.endsWith("/stream")) {
            return List.of(StreamRoutes.EVENT_STREAM.mediaType());
        }
        return List.of(template.endsWith(".yaml") ? Respond.YAML.mediaType() : MediaTypes.APPLICATION_JSON);
    }

    boolean takesBody() {
        return method.equals(HttpMethods.POST);
    }

    /** The values of the template's variables where the path fits. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> parts = split(template);
        if (parts.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }
}
