package org.citybrain.platform.exchange.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.springframework.stereotype.Component;

/** Hears what gateways find at files and sources. */
@Component
class FindingListener implements TopicListener {

    private final Findings findings;

    FindingListener(Findings findings) {
        this.findings = findings;
    }

    /** A gateway's report. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(String resource, long foundAtMicros, List<Finding> findings) {}

    @Override
    public String name() {
        return "exchange.findings";
    }

    @Override
    public String topic() {
        return Topics.FINDINGS;
    }

    @Override
    public void on(List<TopicMessage> messages) {
        for (TopicMessage message : messages) {
            Report report = message.as(Report.class);
            findings.add(report.resource(), message.offset(), report.findings());
        }
    }
}
