package com.phonepay.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.StatusReport;
import com.phonepay.infra.supervisor.StatusReport.NodeStatus;
import com.phonepay.infra.supervisor.StatusReport.ServerStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusViewTest {

    @Test
    void printsTheShapeThatProgramsRelyOn(@TempDir Path data) throws IOException {
        var layout = new Layout(Path.of(""), data, 0);
        var accounts = DemoAccount.all(layout);
        var expected = JsonFiles.JSON.readTree(
                """
                {"nodes": [
                   {"name": "node-1", "roles": ["gateway", "payment"], "pid": 11, "http_port": 5001,
                    "gateway_port": 5000, "management_port": 8558, "state": "Up", "coordinator": true},
                   {"name": "node-2", "roles": ["payment"], "pid": null, "http_port": 5002,
                    "gateway_port": null, "management_port": 8559, "state": "Down", "coordinator": false}],
                 "infrastructure": [{"name": "cassandra", "pid": 12, "port": 19042}],
                 "urls": {"api": "http://127.0.0.1:5001", "management": "http://127.0.0.1:8558",
                    "gateway": "http://127.0.0.1:5000"},
                 "logins": [
                   {"role": "user", "user_id": "asha", "email": "asha@phonepay.example", "password": "%s"},
                   {"role": "user", "user_id": "ravi", "email": "ravi@phonepay.example", "password": "%s"},
                   {"role": "admin", "user_id": "admin", "email": "admin@phonepay.example", "password": "%s"},
                   {"role": "merchant", "user_id": "meena", "email": "meena@phonepay.example", "password": "%s"}]}
                """
                        .formatted(
                                accounts.get(0).password(),
                                accounts.get(1).password(),
                                accounts.get(2).password(),
                                accounts.get(3).password()));
        assertThat(asRead(new StatusView(layout, Optional.of(report())))).isEqualTo(expected);
    }

    @Test
    void isEmptyWhenNothingRuns(@TempDir Path data) throws IOException {
        var view = new StatusView(new Layout(Path.of(""), data, 0), Optional.empty());
        assertThat(asRead(view))
                .isEqualTo(JsonFiles.JSON.readTree(
                        "{\"nodes\": [], \"infrastructure\": [], \"urls\": {}, \"logins\": []}"));
    }

    @Test
    void keepsPasswordsOnceMade(@TempDir Path data) throws IOException {
        var layout = new Layout(Path.of(""), data, 0);
        assertThat(DemoAccount.all(layout)).isEqualTo(DemoAccount.all(layout)).doesNotHaveDuplicates();
    }

    private static StatusReport report() {
        var up = new NodeStatus("node-1", List.of("gateway", "payment"), 11L, 5001, 5000, 8558, "Up", true, 0);
        var down = new NodeStatus("node-2", List.of("payment"), null, 5002, null, 8559, "Down", false, 2);
        return new StatusReport(
                10, "default", List.of(up, down), List.of(new ServerStatus("cassandra", 12L, 19042, 0)));
    }

    private static JsonNode asRead(StatusView view) throws IOException {
        return JsonFiles.JSON.readTree(view.json().toString());
    }
}
