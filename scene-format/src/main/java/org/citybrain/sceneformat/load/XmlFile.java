package org.citybrain.sceneformat.load;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
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
            findings.add(broken, file, malformed.getLineNumber(), String.valueOf(malformed.getMessage()));
        } catch (SAXException | java.io.IOException malformed) {
            findings.add(broken, file, 0, String.valueOf(malformed.getMessage()));
        }
        return Optional.empty();
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
