package com.phonepay.infra.supervisor;

import static com.phonepay.infra.TestCluster.answers;
import static com.phonepay.infra.TestCluster.await;
import static com.phonepay.infra.TestCluster.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.infra.Layout;
import com.phonepay.infra.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {

    private Layout layout;
    private Fleet fleet;

    @BeforeEach
    void startThreeNodes(@TempDir Path data) throws Exception {
        layout = TestCluster.layout(data);
        var plan = TestCluster.plan();
        fleet = new Fleet(layout, plan, new Archives(layout, plan));
        fleet.start().join();
        for (int node = 1; node <= 3; node++) {
            int number = node;
            await("node " + number + " answers", () -> answers(layout, number));
        }
    }

    @AfterEach
    void leaveNoProcess() throws Exception {
        fleet.end().join();
        assertThat(new Leftovers(layout).find()).isEmpty();
    }

    @Test
    void restartsANodeThatDiedAndTellsTheOthers() {
        long first = pid(2).orElseThrow();
        long killedAt = System.nanoTime();
        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

        await("node 1 is told", () -> log(layout, 1).contains(deathOf(2)));
        await("node 3 is told", () -> log(layout, 3).contains(deathOf(2)));
        await("node 2 runs again", () -> pid(2).isPresent() && pid(2).get() != first);

        assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(member(2).restarts()).isEqualTo(1);
    }

    @Test
    void leavesAKilledNodeDownUntilItIsStarted() {
        fleet.killNode(1).join();
        await("node 3 is told", () -> log(layout, 3).contains(deathOf(1)));

        // A second death gives a wrongly planned restart of the first node its time to show.
        ProcessHandle.of(pid(3).orElseThrow()).orElseThrow().destroyForcibly();
        await("node 3 runs again", () -> member(3).restarts() == 1 && pid(3).isPresent());
        assertThat(pid(1)).isEmpty();

        fleet.startNode(1).join();
        await("node 1 answers again", () -> answers(layout, 1));
        assertThat(member(1).restarts()).isZero();
    }

    @Test
    void tellsNobodyOfANodeThatLeftInGoodOrder() {
        fleet.stopNode(3).join();
        assertThat(pid(3)).isEmpty();

        fleet.killNode(2).join();
        await("the later death is told", () -> log(layout, 1).contains(deathOf(2)));
        assertThat(log(layout, 1)).doesNotContain(deathOf(3));
    }

    @Test
    void namesTheNodesThatThereAre() {
        assertThatThrownBy(() -> fleet.killNode(4).join()).hasMessageContaining("nodes 1 to 3");
    }

    private String deathOf(int node) {
        return "told POST address=127.0.0.1:" + layout.arteryPort(node) + " by the supervisor";
    }

    private Optional<Long> pid(int node) {
        return Optional.ofNullable(member(node).pid());
    }

    private Fleet.Member member(int node) {
        return Objects.requireNonNull(fleet.members().join().get("node-" + node));
    }
}
