import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Judges PDF files by veraPDF's own rules: java -cp JAR Check.java 3a,ua1 FILE...
 *
 * <p>Prints "PASS flavour file" or "FAIL flavour file" with a line for each broken rule, and exits
 * with 1 if any file fails. The jar carries veraPDF's profiles but not the JAXB that usually reads
 * them, so they are read here with DOM.
 */
public class Check {
  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<PDFAFlavour, ValidationProfile> profiles = new HashMap<>();
    boolean good = true;
    for (int number = 1; number < arguments.length; number++) {
      for (String name : arguments[0].split(",")) {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        if (!profiles.containsKey(flavour)) {
          profiles.put(flavour, profile(flavour));
        }
        good &= judge(arguments[number], flavour, profiles.get(flavour));
      }
    }
    System.exit(good ? 0 : 1);
  }

  private static boolean judge(String path, PDFAFlavour flavour, ValidationProfile profile)
      throws Exception {
    try (PDFAParser parser =
        Foundries.defaultInstance().createParser(new File(path), flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(profile, false).validate(parser);
      System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + flavour + " " + path);
      Map<String, String> broken = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          String rule =
              assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
          broken.putIfAbsent(
              rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
        }
      }
      broken.forEach((rule, message) -> System.out.println("  " + rule + " " + message));
      return result.isCompliant();
    } catch (ModelParsingException | EncryptedPdfException | ValidationException unreadable) {
      System.out.println("FAIL " + flavour + " " + path);
      System.out.println("  unreadable " + unreadable.getMessage());
      return false;
    }
  }

  private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
    boolean universal = flavour.getPart().getFamily().getFamily().contains("UA");
    String name =
        universal
            ? "PDFUA-1"
            : "PDFA-"
                + flavour.getPart().getPartNumber()
                + flavour.getLevel().getCode().toUpperCase();
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                Check.class
                    .getClassLoader()
                    .getResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml"));
    return Profiles.profileFromValues(
        flavour,
        Profiles.profileDetailsFromValues(name, name, "", new Date()),
        "",
        rules(document),
        variables(document));
  }

  private static Set<Rule> rules(Document document) {
    Set<Rule> rules = new HashSet<>();
    NodeList list = document.getElementsByTagName("rule");
    for (int index = 0; index < list.getLength(); index++) {
      Element rule = (Element) list.item(index);
      Element id = (Element) rule.getElementsByTagName("id").item(0);
      Element error = (Element) rule.getElementsByTagName("error").item(0);
      rules.add(
          Profiles.ruleFromValues(
              Profiles.ruleIdFromValues(
                  PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                  id.getAttribute("clause"),
                  Integer.parseInt(id.getAttribute("testNumber"))),
              rule.getAttribute("object"),
              rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
              rule.getAttribute("tags"),
              text(rule, "description"),
              text(rule, "test"),
              Profiles.errorFromValues(text(error, "message"), new ArrayList<>()),
              Collections.emptyList()));
    }
    return rules;
  }

  private static Set<Variable> variables(Document document) {
    Set<Variable> variables = new HashSet<>();
    NodeList list = document.getElementsByTagName("variable");
    for (int index = 0; index < list.getLength(); index++) {
      Element variable = (Element) list.item(index);
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    return variables;
  }

  private static String text(Element element, String name) {
    NodeList list = element.getElementsByTagName(name);
    return list.getLength() == 0 ? "" : list.item(0).getTextContent();
  }
}
