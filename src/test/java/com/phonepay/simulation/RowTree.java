package com.phonepay.simulation;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every row that anybody ever wrote for one slice, each under the row it was decided on. One path from the root down is
 * effected: the world has seen what follows from it. All that is ever released must lie on that one path.
 */
final class RowTree {
    private final SliceAddress slice;
    private final Map<Position, Node> nodes = new HashMap<>();
    private Node tip = new Node(null, null, Position.ORIGIN);
    private Node published = tip;

    static final class Node {
        final @Nullable Row row;
        final @Nullable Node parent;
        final Position position;
        boolean landed;
        boolean effected;
        boolean published;

        Node(@Nullable Row row, @Nullable Node parent, Position position) {
            this.row = row;
            this.parent = parent;
            this.position = position;
        }
    }

    RowTree(SliceAddress slice) {
        this.slice = slice;
        tip.effected = true;
        tip.landed = true;
        tip.published = true;
        nodes.put(Position.ORIGIN, tip);
    }

    void written(Row row) {
        @Nullable Node parent = nodes.get(row.predecessor());
        Violation.unless(parent != null, "DECIDED_ON_NOTHING", row.position());
        Node node = new Node(row, parent, row.position());
        Violation.unless(nodes.put(row.position(), node) == null, "POSITION_TWICE", slice + " " + row.position());
        boolean forward = parent != null && (parent.row == null || parent.row.at() <= row.at());
        Violation.unless(forward, "SLICE_TIME_WENT_BACK", slice + " " + row.position());
    }

    void landed(Position position) {
        node(position).landed = true;
    }

    /** What is effected from now on, oldest first. Nothing where the position is effected already. */
    Deque<Node> released(Position position) {
        Node node = node(position);
        Violation.unless(node.landed, "RELEASED_BEFORE_DURABLE", slice + " " + position);
        Deque<Node> path = new ArrayDeque<>();
        for (Node at = node; !at.effected; at = Invariant.present(at.parent)) {
            path.addFirst(at);
        }
        Node below = path.isEmpty() ? node : Invariant.present(path.getFirst().parent);
        Violation.unless(
                path.isEmpty() || below == tip,
                "FORK",
                slice + ": " + position + " does not descend from " + tip.position + ", which is effected");
        for (Node next : path) {
            next.effected = true;
            tip = next;
        }
        return path;
    }

    /** Each row once, in order; after a restart some may come again. */
    void published(Row row) {
        Node node = node(row.position());
        Violation.unless(node.effected, "PUBLISHED_SUPERSEDED", slice + " " + row.position());
        if (!node.published) {
            Violation.unless(node.parent == published, "PUBLISHED_OUT_OF_ORDER", slice + " " + row.position());
            node.published = true;
            published = node;
        }
    }

    boolean isPublished() {
        return published == tip;
    }

    Position tip() {
        return tip.position;
    }

    private Node node(Position position) {
        return Invariant.present(nodes.get(position));
    }
}
