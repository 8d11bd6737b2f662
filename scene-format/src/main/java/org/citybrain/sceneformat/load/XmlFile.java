package org.citybrain.sceneformat.load;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses XML without following anything outside the file. */
final class XmlFile {
    private XmlFile() {}

    static Optional<Document> parse(String file, String text, SceneRuleCode broken, FindingList findings) {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(new Silent());
            return Optional.of(builder.parse(new InputSource(new StringReader(text))));
        } catch (SAXParseException malformed) {
            findings.unread(broken, file, malformed.getLineNumber(), problem(malformed));
        } catch (SAXException | java.io.IOException malformed) {
            findings.unread(broken, file, 0, problem(malformed));
        }
        return Optional.empty();
    }

    private static String problem(Exception malformed) {
        String english = String.valueOf(malformed.getMessage());
        return SceneFinding.words("XML 语法有误", "XML syntax: " + SceneFinding.shown(english));
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("This Java cannot parse XML safely", impossible);
        }
    }

    /** Keeps the parser from printing; the exception says it all. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
