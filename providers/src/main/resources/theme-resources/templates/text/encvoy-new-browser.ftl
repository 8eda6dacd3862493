<#ftl output_format="plainText">
<#import "encvoy-circumstances.ftl" as circumstances>
${msg("encvoyMail.new-browser.text", application)}

<@circumstances.of advice=msg("encvoyMail.new-browser.advice")/>
