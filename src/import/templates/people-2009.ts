/** 人民网 2009 to 2015: ids beginning with p_, paragraphs in <p> at first and after `<br><br>` later. */
import type { Template } from './template.ts'

export const PEOPLE_2009: Template = {
  name: '人民网 2009–2015',
  signs: ['#p_title', '#p_content'],
  kicker: 'h3, p.p1',
  title: '#p_title',
  subtitle: 'h2',
  byline: 'p.author, em.author',
  body: '#p_content',
  foot: '#p_editor',
}
