package com.phonepay.ops.everynode;

import akka.actor.AbstractActor;
import akka.actor.Props;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what other nodes ask this one. Texts both ways, which every version of a node can read. */
final class NodeDesk extends AbstractActor {
    static final String NAME = "phonepay-desk";
    private static final Logger LOG = LoggerFactory.getLogger(NodeDesk.class);

    private final Map<String, UnaryOperator<String>> answers;

    private NodeDesk(Map<String, UnaryOperator<String>> answers) {
        this.answers = answers;
    }

    static Props props(Map<String, UnaryOperator<String>> answers) {
        return Props.create(NodeDesk.class, () -> new NodeDesk(answers));
    }

    /** The topic, a line break, and the argument. An unknown topic is no error: the node is older or has no such role. */
    @Override
    public Receive createReceive() {
        return receiveBuilder().match(String.class, this::asked).build();
    }

    private void asked(String question) {
        int end = question.indexOf('\n');
        String topic = question.substring(0, Math.max(end, 0));
        UnaryOperator<String> answer = answers.get(topic);
        getSender().tell(answer == null ? "" : answered(topic, answer, question.substring(end + 1)), getSelf());
    }

    private static String answered(String topic, UnaryOperator<String> answer, String argument) {
        try {
            return answer.apply(argument);
        } catch (RuntimeException e) {
            LOG.warn("The question {} can not be answered", topic, e);
            return "";
        }
    }
}
