package com.encvoy.keycloak.install;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.install.Step.Action;
import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.encvoy.keycloak.install.thing.RealmState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class PlannerTest {

    private static final String SCOPES = "/client-scopes";

    private final FakeRealm realm;
    private boolean isAdopting;

    PlannerTest() throws Exception {
        realm = new FakeRealm();
    }

    @AfterEach
    void close() {
        realm.close();
    }

    private Step only(RealmFile file, String record) {
        List<Step> steps = steps(file, record, "{}");
        assertThat(steps).hasSize(1);
        return steps.get(0);
    }

    /** @param more members of the realm */
    private List<Step> steps(RealmFile file, String record, String more) {
        try {
            ObjectNode representation = (ObjectNode) Canonical.JSON.readTree(more.replace('\'', '"'));
            representation.withObject("attributes").put(InstallationRecord.ATTRIBUTE, record.replace('\'', '"'));
            realm.with("", representation.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        RealmState state = realm.state();
        Planner planner = new Planner(state, InstallationRecord.of(state), KnownForms.shipped());
        List<Step> steps = planner.plan(file.wanted(), EnumSet.complementOf(EnumSet.of(Part.PROFILE)));
        isAdopting = planner.isAdopting();
        return steps;
    }

    private static RealmFile scope(String description) {
        return FakeRealm.file("{'clientScopes':[{'name':'lk','description':'" + description + "'}]}");
    }

    private static String recordOf(String description, String more) throws Exception {
        String hash = Canonical.hash(
                Canonical.of(Canonical.JSON.readTree("{\"name\":\"lk\",\"description\":\"" + description + "\"}")));
        return "{'file':'f','things':{'scope:lk':{'hash':'" + hash + "'" + more + "}}}";
    }

    @Test
    void whatIsMissingIsAdded() {
        realm.with(SCOPES, "[]");

        assertThat(only(scope("new"), "{}").action()).isEqualTo(Action.ADD);
    }

    @Test
    void whatIsThereByOtherMeansIsNotRecorded() {
        realm.with(SCOPES, "[{'id':'1','name':'lk','description':'new','attributes':{}},{'name':'other'}]");
        RealmFile file =
                FakeRealm.file("{'clientScopes':[{'name':'lk','description':'new'},{'name':'a'},{'name':'b'}]}");

        assertThat(steps(file, "{}", "{}"))
                .extracting(Step::action)
                .containsExactly(Action.THERE, Action.ADD, Action.ADD);
    }

    @Test
    void whatTheRealmHasOfItsOwnIsLeftAlone() {
        realm.with(SCOPES, "[{'id':'1','name':'lk','description':'ours'}]");

        Step step = only(scope("new"), "{}");

        assertThat(step.action()).isEqualTo(Action.LEAVE);
        assertThat(step.explanation()).isEqualTo("the realm has its own");
    }

    @Test
    void whatWasMadeHereFollowsTheRealmFile() throws Exception {
        realm.with(SCOPES, "[{'id':'1','name':'lk','description':'old'}]");

        assertThat(only(scope("new"), recordOf("old", "")).action()).isEqualTo(Action.UPDATE);
    }

    @Test
    void whatWasChangedSinceIsLeftAlone() throws Exception {
        realm.with(SCOPES, "[{'id':'1','name':'lk','description':'mine'}]");

        Step step = only(scope("new"), recordOf("old", ""));

        assertThat(step.action()).isEqualTo(Action.LEAVE);
        assertThat(step.explanation()).isEqualTo("it has been changed since");
    }

    @Test
    void whatWasRemovedSinceIsNotMadeAgain() throws Exception {
        realm.with(SCOPES, "[]");

        assertThat(only(scope("old"), recordOf("old", "")).explanation()).isEqualTo("it has been removed since");
    }

    @Test
    void anInterruptedRunGoesOn() throws Exception {
        realm.with(SCOPES, "[{'id':'1','name':'lk','description':'half'}]");

        assertThat(only(scope("new"), recordOf("new", ",'pending':true")).action())
                .isEqualTo(Action.UPDATE);
    }

    @Test
    void aFormThatReadsOtherwiseThanItWasWrittenIsKept() throws Exception {
        realm.with(SCOPES, "[{'id':'1','name':'lk','description':'as read'}]");
        String form = Canonical.hash(scope("new").wanted().get(0).form());

        assertThat(only(scope("new"), recordOf("as read", ",'form':'" + form + "'"))
                        .action())
                .isEqualTo(Action.KEEP);
    }

    @Test
    void aRealmThatWasImportedIsAdoptedAndUpdatedWhereItIsUnchanged() {
        RealmFile file = FakeRealm.file("""
                {'loginTheme':'encvoy','clientScopes':[{'name':'lk','description':'Links to the personal account',
                  'protocol':'openid-connect','attributes':{'include.in.token.scope':'true',
                  'display.on.consent.screen':'true','consent.screen.text':'${encvoyScope.lk}'}},
                 {'name':'x','description':'new'}]}""");
        realm.with(SCOPES, """
                [{'id':'1','name':'lk','description':'Links to the personal account',
                  'protocol':'openid-connect','attributes':{'include.in.token.scope':'true',
                  'display.on.consent.screen':'true','consent.screen.text':'${encvoyScope.lk}'}},
                 {'id':'2','name':'x','description':'changed by hand'}]""");

        List<Step> steps = steps(file, "{}", "{'loginTheme':'acme'}");

        assertThat(isAdopting).isTrue();
        assertThat(steps).extracting(Step::action).containsExactly(Action.ADOPT, Action.LEAVE, Action.LEAVE);
    }

    @Test
    void settingsAreChangedAndListsAreExtended() {
        RealmFile file = FakeRealm.file(
                "{'loginTheme':'encvoy','supportedLocales':['de','en'],'defaultLocale':'en','eventsEnabled':true}");

        List<Step> steps = steps(
                file,
                "{}",
                "{'loginTheme':'acme','supportedLocales':['ja','de'],'defaultLocale':'ja','eventsEnabled':false}");

        assertThat(steps)
                .extracting(Step::action)
                .containsExactly(Action.CHANGE, Action.CHANGE, Action.LEAVE, Action.ADD);
        assertThat(steps.get(1).form()).hasToString("[\"de\",\"en\",\"ja\"]");
    }

    @Test
    void aPolicyOfTheRealmsOwnIsLeftAlone() {
        RealmFile file = FakeRealm.file("{'browserSecurityHeaders':{'contentSecurityPolicy':'ours'}}");

        assertThat(steps(file, "{}", "{'browserSecurityHeaders':{'contentSecurityPolicy':'theirs'}}"))
                .extracting(Step::action)
                .containsExactly(Action.LEAVE);
    }

    @Test
    void requiredActionsAreSwitchedOnAndNeverOff() {
        realm.with("/authentication/required-actions", """
                [{'alias':'a','providerId':'a','name':'A','enabled':false,'priority':7},
                 {'alias':'b','providerId':'b','name':'B','enabled':true,'priority':8}]""");
        RealmFile file = FakeRealm.file("""
                {'requiredActions':[{'alias':'a','providerId':'a','enabled':true,'priority':1},
                 {'alias':'b','providerId':'b','enabled':false,'priority':2}]}""");

        List<Step> steps = steps(file, "{}", "{}");

        assertThat(steps).extracting(Step::action).containsExactly(Action.CHANGE, Action.THERE);
        assertThat(steps.get(0).form().path("priority").asInt()).isEqualTo(7);
    }

    @Test
    void aFlowWhoseNameIsTakenGetsAnotherAndIsBoundByIt() {
        realm.with("/authentication/flows", "[{'id':'1','alias':'Encvoy browser','providerId':'basic-flow'}]")
                .with("/authentication/flows/Encvoy%20browser/executions", "[]");
        RealmFile file = FakeRealm.file("""
                {'browserFlow':'Encvoy browser','authenticationFlows':[{'alias':'Encvoy browser','topLevel':true,
                 'providerId':'basic-flow','authenticationExecutions':[
                 {'authenticator':'encvoy-access-gate','requirement':'REQUIRED','priority':10}]}]}""");

        List<Step> steps = steps(file, "{}", "{'browserFlow':'browser'}");

        assertThat(steps).extracting(Step::action).containsExactly(Action.ADD, Action.CHANGE);
        assertThat(steps.get(0).suffix()).isEqualTo(" 2");
        assertThat(steps.get(1).form().asText()).isEqualTo("Encvoy browser 2");
    }

    @Test
    void aFlowOfThisNameThatIsInUseStays() {
        realm.with("/authentication/flows", "[{'id':'1','alias':'Encvoy browser','providerId':'basic-flow'}]")
                .with("/authentication/flows/Encvoy%20browser/executions", "[]");
        RealmFile file = FakeRealm.file("""
                {'browserFlow':'Encvoy browser','authenticationFlows':[{'alias':'Encvoy browser','topLevel':true,
                 'providerId':'basic-flow','authenticationExecutions':[
                 {'authenticator':'encvoy-access-gate','requirement':'REQUIRED','priority':10}]}]}""");

        assertThat(steps(file, "{}", "{'browserFlow':'Encvoy browser'}"))
                .extracting(Step::action)
                .containsExactly(Action.LEAVE, Action.THERE);
    }
}
